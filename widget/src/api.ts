/** Calls to the server; every failure is a Refusal. */
const DEADLINE_MS = 20_000;

export class Refusal extends Error {
  constructor(
    /** 0: the server was not reached. */
    readonly status: number,
    message = "",
    /** What was sent is stored all the same. */
    readonly kept = false,
    /** Seconds to wait, if the server named them. */
    readonly retryAfter = 0,
  ) {
    super(message);
  }

  /** The same call may succeed later. */
  get temporary(): boolean {
    return !this.status || this.status == 408 || this.status == 429 || this.status >= 500;
  }
}

async function refusal(response: Response): Promise<Refusal> {
  const { error = {} } = await response.json().catch(() => ({}));
  const wait = Number(error.retry_after ?? response.headers.get("Retry-After")) || 0;
  return new Refusal(response.status, error.message, error.kept, wait);
}

export interface Call {
  body?: object;
  stream?: boolean;
  lastEventId?: number;
  signal?: AbortSignal;
}

export class Api {
  token = "";

  constructor(
    private readonly base: string,
    private readonly lang: string,
  ) {}

  /** The answer, once its head is there; the deadline does not count its body. */
  async call(path: string, { body, stream, lastEventId, signal }: Call = {}): Promise<Response> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), DEADLINE_MS);
    signal?.addEventListener("abort", () => abort.abort());
    const headers: Record<string, string> = { "Accept-Language": this.lang };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    if (body) headers["Content-Type"] = "application/json";
    if (stream) headers.Accept = "text/event-stream";
    if (lastEventId !== undefined) headers["Last-Event-ID"] = String(lastEventId);
    try {
      const response = await fetch(`${this.base}/v1/widget/${path}`, {
        method: body ? "POST" : "GET",
        headers,
        body: body && JSON.stringify(body),
        signal: abort.signal,
        cache: "no-store",
        credentials: "omit",
      });
      if (response.ok) return response;
      throw await refusal(response);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal(0);
    } finally {
      clearTimeout(timer);
    }
  }
}
