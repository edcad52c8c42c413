/** How often the browser may be asked to change the address. WebKit throws at the hundredth call in ten seconds, older ones in
 * thirty; others fall silent a little later. So: some at once, and then no more than would be allowed all the time. */

const AT_ONCE = 20;
/** Milliseconds after which one more call is allowed. */
const INTERVAL = 400;
/** After a call that was refused all the same: the pause before the next, doubled each time. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 8000;

export class Allowance {
  private left = AT_ONCE;
  private counted = 0;
  private refusals = 0;
  private notBefore = 0;

  /** Milliseconds until the next call may be made; 0 when it may be made now. */
  wait(now: number): number {
    const earned = Math.floor((now - this.counted) / INTERVAL);
    this.left = Math.min(AT_ONCE, this.left + earned);
    this.counted += earned * INTERVAL;
    const next = this.left > 0 ? 0 : this.counted + INTERVAL - now;
    return Math.max(next, this.notBefore - now, 0);
  }

  granted(now: number): void {
    this.spend(now);
    this.refusals = 0;
  }

  refused(now: number): void {
    this.spend(now);
    this.notBefore = now + Math.min(FIRST_PAUSE * 2 ** this.refusals, LONGEST_PAUSE);
    this.refusals += 1;
  }

  private spend(now: number): void {
    // Nothing is earned beyond a full allowance.
    if (this.left === AT_ONCE) this.counted = now;
    this.left -= 1;
  }
}
