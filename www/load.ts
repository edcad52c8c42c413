/** Loads once, when first asked for, and tells when it is there. */

export class Loaded<T> {
  private value: T | null = null;
  private asked = false;

  constructor(
    private readonly load: () => Promise<T>,
    private readonly arrived: () => void,
  ) {}

  /** What was loaded; null until it has arrived, which asking for it brings about. */
  get(): T | null {
    if (!this.asked) {
      this.asked = true;
      this.load().then(
        (value) => {
          this.value = value;
          this.arrived();
        },
        // Without a connection: the next frame may ask again.
        () => {
          this.asked = false;
        },
      );
    }
    return this.value;
  }

  /** What was loaded, without asking for it. */
  peek(): T | null {
    return this.value;
  }
}
