"""How many ordinary enquiries a good model's answer is stopped for: the whole program over the demo company.

    python benchmarks/enquiries.py [--every 1]

The model is a script that does what its prompt asks: it tells each item of the plan in the plan's, its source's or
slightly other words, cites, and copies the marks. 20 questions in 5 settings a language. Writes enquiries.md.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.cli.talk import Talk
from app.core.clock import SystemClock
from app.core.settings import LlmSettings, MailSettings
from app.demo.run import demo_settings, prepare
from app.llm.fake import FakeModelServer
from app.main import Parts, build
from app.models import Message

RESULT = Path(__file__).with_suffix(".md")
QUESTIONS = {
    "ja": """料金はいくらですか
初期費用はかかりますか
センサーの電池は何年もちますか
Slackに通知できますか
PLCと連携できますか
設置にはどのくらいかかりますか
自分たちで取り付けられますか
トライアルはありますか
データはどこに保管されますか
ISO 27001は取得していますか
サポートの受付時間を教えてください
最低契約期間はありますか
どんな会社で使われていますか
食品工場の事例はありますか
インターネットのない場所でも使えますか
どのような設備に取り付けられますか
異常はどのくらい正確に分かりますか
シングルサインオンに対応していますか
支払い方法を教えてください
センサーは後から追加できますか""",
    "en": """How much does it cost?
Is there an initial fee?
How long does the sensor battery last?
Can it notify us in Slack?
Does it connect to our PLC?
How long does installation take?
Can we mount the sensors ourselves?
Is there a trial?
Where is our data stored?
Are you ISO 27001 certified?
When is your support open?
Is there a minimum term?
Who else uses it?
Do you have a case study from a food plant?
Does it work where there is no internet?
What machines can it be mounted on?
How accurate is it?
Do you support single sign-on?
How do we pay?
Can we add sensors later?""",
}
SETTINGS = {
    "ja": (
        "",
        "夜間に設備が突然止まって困っています。",
        "従業員80名の食品工場です。",
        "ポンプの点検が追いつきません。",
        "来年の春までに始めたいです。",
    ),
    "en": (
        "",
        "Our pumps fail at night without warning. ",
        "We are a food plant with 80 people. ",
        "Inspection rounds take too long. ",
        "We would like to start next spring. ",
    ),
}
OTHER_WORDS = {
    "です。": "となります。", "あります。": "ございます。", "できます。": "いただけます。", "約": "およそ",
    " is ": " is usually ", "You can ": "You are able to ", " takes ": " usually takes ", " lasts ": " lasts around ",
}  # fmt: skip
_ITEM = re.compile(r"^\d+\. (\w+)\n(.*?)(?=^\d+\. \w+\n|\Z)", re.MULTILINE | re.DOTALL)
_SOURCE = re.compile(r"^SOURCE \[(\d+)\]\n", re.MULTILINE)
_SENTENCE = re.compile(r"[^。\n]+?(?:。|\.(?=\s|$)|[!?](?=\s|$))", re.MULTILINE)
_MARK = re.compile(r"\{\{\w+\}\}")


class GoodModel:
    """Words the plan in three styles in turn."""

    def __init__(self) -> None:
        self.styles = itertools.cycle(("said", "source", "other"))

    def __call__(self, system: str, user: str) -> str:
        style = next(self.styles)
        plan = user.split("\nPLAN\n", 1)[-1].rsplit("\nAFTER\n", 1)[0]
        return " ".join(filter(None, (self._item(match[2], style) for match in _ITEM.finditer(plan))))

    def _item(self, text: str, style: str) -> str:
        say, *sources = _SOURCE.split(text)
        said = _unfenced(say)
        numbers = sources[::2]
        if not numbers:
            return said
        told = _SENTENCE.findall(said) or [said]
        if style == "source":
            marks = set(_MARK.findall(said))
            own = _SENTENCE.findall(_unfenced(sources[1]))
            told = [one for one in own if marks & set(_MARK.findall(one)) and "|" not in one][:2] or told
        if style == "other":
            told = [_reworded(one) for one in told]
        return " ".join(_cited(one, numbers) for one in told)


def _unfenced(text: str) -> str:
    return "\n".join(line.lstrip("│ ").rstrip() for line in text.splitlines() if line.startswith("│"))


def _reworded(sentence: str) -> str:
    for ours, other in OTHER_WORDS.items():
        sentence = sentence.replace(ours, other)
    return sentence


def _cited(sentence: str, numbers: list[str]) -> str:
    bare = re.sub(r"\[\d+\]", "", sentence.strip())
    names = "".join(f"[{n}]" for n in dict.fromkeys(numbers))
    return re.sub(r"([。.!?]?)$", lambda end: names + (end[1] or "。"), bare, count=1)


async def answered(parts: Parts, lang: str, text: str) -> dict[str, Any]:
    await Talk(parts, lang=lang).say(text)
    newest = select(Message).where(Message.kind == "reply").order_by(Message.at.desc(), Message.seq.desc()).limit(1)
    reply = parts.database.read(lambda session: session.scalars(newest).one())
    return {"lang": lang, "text": text, "said": reply.text, **reply.provenance}


async def run(every: int) -> list[dict[str, Any]]:
    found = []
    with tempfile.TemporaryDirectory(prefix="sokuo-") as folder:
        async with FakeModelServer(text=GoodModel()) as server:
            llm = LlmSettings(base_url=server.base_url, model="good", first_token_s=8.0, total_s=20.0)
            settings = demo_settings(data_dir=Path(folder) / "data", pace="off", mail=MailSettings(), llm=llm)
            prepared, _ = prepare(settings)
            prepared.close()
            parts = build(settings, SystemClock())
            await parts.model.warm()
            try:
                for lang in ("ja", "en"):
                    rows = [before + q for q in QUESTIONS[lang].splitlines() for before in SETTINGS[lang]]
                    found += [await answered(parts, lang, text) for text in rows[::every]]
            finally:
                await parts.turns.close()
                await parts.model.aclose()
                parts.close()
    return found


def report(found: list[dict[str, Any]]) -> str:
    lines = [HEAD.format(n=len(found))]
    for lang in ("ja", "en"):
        rows = [row for row in found if row["lang"] == lang]
        asked = [row for row in rows if row.get("model")]
        stopped = [row for row in asked if row.get("blocked")]
        worded = [row for row in asked if row.get("written")]
        faults = Counter(row["fault"] for row in asked if row.get("fault"))
        lines.append(
            f"| {lang} | {len(rows)} | {len(asked)} | {len(stopped)} ({len(stopped) / max(len(asked), 1):.1%}) |"
            f" {len(worded)} | {dict(faults) or '–'} |"
        )
    lines += ["", *(f"- {row['blocked']}: {row['text']}" for row in found if row.get("blocked"))]
    return "\n".join(lines).rstrip() + "\n"


HEAD = """# Ordinary enquiries and the guard

`python benchmarks/enquiries.py`: {n} enquiries about the demo company, worded by a script that does what the prompt
asks in three styles (the plan's words, the source's, slightly other ones). **stopped**: the guard stopped a sentence,
and our words finished the reply (bar: 2 %). **worded**: at least one sentence of the model was shown.

| language | enquiries | model asked | stopped | worded | faults |
|---|---|---|---|---|---|"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="take one enquiry in so many")
    told = report(asyncio.run(run(parser.parse_args().every)))
    RESULT.write_text(told, "utf-8")
    print(told)
