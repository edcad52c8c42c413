/** Loads when first asked for, and tells when it is there, or why it is not. After a try that failed it waits before the next,
 * longer each time: whoever needs it asks in every frame. */

/** Why something did not come: nobody answers, or the server does but has it no longer, as after an update of the page. */
export type Missing = 'unreachable' | 'replaced';

/** Milliseconds until the next try. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

export interface Listener<T> {
  arrived(value: T): void;
  /** A try has failed; told once, and again when the reason changes or a person has asked anew. */
  failed(why: Missing): void;
  /** The pause after a failed try is over: whoever still needs it may ask again. */
  ready(): void;
}

export class Lazy<T> {
  private value: T | null = null;
  private loading = false;
  private failures = 0;
  private pausing: ReturnType<typeof setTimeout> | null = null;
  private told: Missing | null = null;

  constructor(
    private readonly load: () => Promise<T>,
    private readonly listener: Listener<T>,
  ) {
    addEventListener('online', () => {
      if (this.pausing === null) return;
      this.endPause();
      this.listener.ready();
    });
  }

  /** What was loaded; null until it has arrived, which asking for it brings about. */
  get(): T | null {
    if (this.value === null && !this.loading && this.pausing === null) void this.tryOnce();
    return this.value;
  }

  /** What was loaded, without asking for it. */
  peek(): T | null {
    return this.value;
  }

  /** A person asks for it: a try without a pause, and an answer of its own. */
  hurry(): void {
    this.told = null;
    this.endPause();
    this.get();
  }

  private async tryOnce(): Promise<void> {
    this.loading = true;
    try {
      this.value = await this.load();
    } catch (error) {
      reportError(error);
      this.pause();
      const why = await whyMissing();
      this.loading = false;
      if (why !== this.told) this.listener.failed(why);
      this.told = why;
      return;
    }
    this.loading = false;
    this.listener.arrived(this.value);
  }

  private pause(): void {
    const pause = Math.min(FIRST_PAUSE * 2 ** this.failures, LONGEST_PAUSE);
    this.failures += 1;
    this.pausing = setTimeout(() => {
      this.pausing = null;
      this.listener.ready();
    }, pause);
  }

  private endPause(): void {
    if (this.pausing !== null) clearTimeout(this.pausing);
    this.pausing = null;
  }
}

/** Loads a thing for all who need it; after a try that failed the next one tries again. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

/** Asks for the page itself, which tells a part that is gone from a server that cannot be reached. */
export async function whyMissing(): Promise<Missing> {
  try {
    const page = new URL(location.pathname + location.search, location.href);
    const { ok } = await fetch(page, { method: 'HEAD', cache: 'no-store' });
    return ok ? 'replaced' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
