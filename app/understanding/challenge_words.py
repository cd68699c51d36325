"""The default categories of challenges: those of a company that wants to answer its leads faster."""

from app.understanding import challenge_words_en, challenge_words_ja
from app.understanding.facts import ChallengeCategories

DEFAULT_CATEGORIES: ChallengeCategories = {
    name: {"ja": challenge_words_ja.TERMS[name], "en": challenge_words_en.TERMS[name]}
    for name in challenge_words_ja.TERMS
}
