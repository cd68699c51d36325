/** Server-sent events read from a fetch body, which, unlike EventSource, can send headers. */
export interface ServerEvent {
  event: string;
  id: number;
  data: any;
}

function parse(block: string): ServerEvent | undefined {
  const fields: Record<string, string[]> = {};
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, name = "", value = ""] = line.match(/^([^:]*):? ?(.*)$/) ?? [];
    (fields[name] ??= []).push(value);
  }
  try {
    return {
      event: fields.event?.at(-1) ?? "message",
      id: Number(fields.id?.at(-1)) || 0,
      data: JSON.parse(fields.data!.join("\n")),
    };
  } catch {
    return undefined; // a comment or a damaged event
  }
}

export async function* readEvents(response: Response): AsyncGenerator<ServerEvent> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  for (let text = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (text + decoder.decode(value, { stream: true })).split(/\r\n\r\n|\n\n|\r\r/);
    text = blocks.pop()!;
    for (const block of blocks) {
      const event = parse(block);
      if (event) yield event;
    }
  }
}
