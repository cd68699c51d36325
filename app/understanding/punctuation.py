"""Where a chat message ends its sentences without a mark: with a face or a space, as in 「困ってます😥 いくら?」"""

import re

KANA = re.compile(r"[ぁ-ヿｦ-ﾟ]")
FACE = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF][\U0001F300-\U0001FAFF\u2600-\u27BF\u200D\uFE0F]*")
SENTENCE_ENDS = re.compile(
    r"(ま(?:す|した|せん)|で(?:す|した)|(?:で|て)(?:い?る|い?た)|ない|った|れる|まる|える|たい|多い|悪い|んだ|だよ|すよ|よね|[すた]ね|けど"
    r"|大変|悩み|面倒|限界|不安|心配|苦労)[ \u3000](?=\S)(?![一-鿿]{1,4}\s*$)"  # behind that stands a name
)


def punctuated(text: str) -> str:
    """Return a text with a full stop where a face or, in Japanese, a space after a verb ends a sentence.

    It keeps its length, so that what is quoted from it stands in the text itself.
    """
    stop = "。" if KANA.search(text) else "."
    plain = FACE.sub(lambda found: stop.ljust(len(found[0])), text)
    return SENTENCE_ENDS.sub(lambda found: found[1] + stop, plain) if stop == "。" else plain
