/** What the fictional company's assistant says in the tests. */
export const WORDS = {
  ja: {
    opener: "お問い合わせありがとうございます。AIアシスタントが確認します。",
    sentences: [
      "点検表の紙運用は、3週間ほどで画面へ移せます。",
      "みなと物流様では、転記の時間が月40時間から6時間になりました[1]。\n",
      "いつ頃までに始めたいとお考えですか。",
    ],
    reply: {
      citations: [{ n: 1, title: "導入事例：みなと物流", url: "/cases/minato", lang: "ja" }],
      quick_replies: [
        { id: "timing.asap", label: "できるだけ早く" },
        { id: "timing.quarter", label: "3か月以内" },
        { id: "timing.later", label: "情報収集のみ" },
      ],
    },
    session: {
      greeting: "こんにちは。製品のこと、導入の進め方など、何でもお尋ねください。",
      notice: {
        text: "AIアシスタントがお答えします。会話は記録され、みなと設備株式会社が管理します。",
        version: "2026-11",
      },
      company: "みなと設備株式会社",
      quick_replies: [
        { id: "ask.price", label: "料金を知りたい" },
        { id: "ask.case", label: "導入事例を見たい" },
      ],
    },
  },
  en: {
    opener: "Thank you for your question. The AI assistant is looking it up.",
    sentences: [
      "Paper inspection sheets move to the screen in about three weeks. ",
      "At Minato Logistics, copying took 6 hours a month instead of 40 [1].\n",
      "By when would you like to start?",
    ],
    reply: {
      citations: [{ n: 1, title: "Case study: Minato Logistics", url: "https://minato.example/cases/1", lang: "en" }],
      quick_replies: [
        { id: "timing.asap", label: "As soon as possible" },
        { id: "timing.quarter", label: "Within three months" },
        { id: "timing.later", label: "Only looking" },
      ],
    },
    session: {
      greeting: "Hello. Ask about the product or how to get started.",
      notice: {
        text: "An AI assistant answers here. The conversation is recorded and processed by Minato Setsubi.",
        version: "2026-11",
      },
      company: "Minato Setsubi",
      quick_replies: [
        { id: "ask.price", label: "Pricing" },
        { id: "ask.case", label: "Show a case study" },
      ],
    },
  },
};
