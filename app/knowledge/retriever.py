"""The library as a LangChain retriever, for those who build their own chains on it.

Import it where it is used: the program itself does not need it.
"""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from app.knowledge.library import Library
from app.knowledge.vector_store import as_document
from app.retrieval.passages import Kind, Lang


class LibraryRetriever(BaseRetriever):
    """Approved passages for a query; none where the library says it does not know."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    k: int = 5
    lang: Lang | None = None
    kinds: tuple[Kind, ...] | None = None
    industry: str | None = None

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        found = self.library.search(query, lang=self.lang, k=self.k, kinds=self.kinds, industry=self.industry)
        return [] if found.verdict == "unknown" else [as_document(passage) for passage in found.passages]
