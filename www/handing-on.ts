/** What hands a run on: the dialog for sharing and the printed sheet, each loaded when it is first asked for. */

import type { Frame } from './engine/frame.js';
import type { PrintedRun, PrintedSheet } from './print/printed-sheet.js';
import type { SharePanel } from './share/panel.js';
import type { SharedScene, SharingActions } from './sharing.js';
import type { Intent, Store } from './state/store.js';
import { byId, onPress } from './ui/dom.js';
import { Lazy, type Listener, type Missing, once } from './ui/load.js';

export interface HandingOnActions extends SharingActions {
  /** Has something follow what is wanted. */
  follow(follows: (store: Store) => void): void;
}

export class HandingOn {
  private readonly share: Lazy<SharePanel>;
  private readonly printed: Lazy<PrintedSheet>;
  /** The run is to be shared, once what does that has come. */
  private sharing = false;
  /** The same of printing it. */
  private printing = false;

  /** `load` loads what these have in common with other things that open on request. */
  constructor(
    scene: SharedScene & PrintedRun,
    private readonly actions: HandingOnActions,
    private readonly listener: Listener<unknown>,
    load: () => Promise<unknown>,
  ) {
    const loadPrinted = once(async () => {
      const [{ PrintedSheet }] = await Promise.all([import('./print/printed-sheet.js'), load()]);
      return new PrintedSheet(scene, actions.link);
    });
    const notPrinted = (why: Missing) => {
      if (this.printing) listener.failed(why);
      this.printing = false;
    };
    this.printed = new Lazy<PrintedSheet>(loadPrinted, { ...listener, failed: notPrinted });
    const loadShare = async () => {
      const parts = [import('./sharing.js'), loadPrinted(), load()] as const;
      const [{ makeSharePanel }, printed] = await Promise.all(parts);
      return makeSharePanel(scene, printed, actions);
    };
    const notShared = (why: Missing) => {
      this.sharing = false;
      listener.failed(why);
    };
    this.share = new Lazy<SharePanel>(loadShare, { ...listener, failed: notShared });
    onPress('share', () => this.askToShare());
    addEventListener('keydown', (event) => this.askToPrint(event));
    // Who is on the way to the browser's menu may be about to print, for which nothing can be loaded any more.
    document.documentElement.addEventListener('mouseleave', () => void this.printed.get());
    // Where it has not come the page itself is printed.
    addEventListener('beforeprint', () => {
      byId('page').dataset.link = new URL(actions.link(), location.href).href;
    });
  }

  render(frame: Frame, intent: Intent): void {
    const printed = this.printed.peek();
    // A run on its way to a step is printed once it is there.
    if (printed && this.printing && intent.target === null) {
      this.printing = false;
      printed.print();
    }
    const panel = this.share.peek();
    panel?.render(frame, intent);
    if (panel && this.sharing) panel.open();
    if (panel) this.sharing = false;
  }

  private askToShare(): void {
    // What the parts tell is of one step.
    this.actions.follow((store) => store.setState({ playing: false }));
    this.sharing = true;
    this.share.hurry();
    this.listener.ready();
  }

  private askToPrint(event: KeyboardEvent): void {
    if (event.key !== 'p' || !(event.ctrlKey || event.metaKey)) return;
    // What the keys mean in a frame is for the browser to say, which prints the page around it.
    if (parent !== window) return;
    event.preventDefault();
    this.printing = true;
    this.printed.hurry();
    this.listener.ready();
  }
}
