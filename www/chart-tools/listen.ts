/** Curves as sound: each a tone whose pitch rises with the value, on the side where its board stands. */

/** What is to be heard. */
export interface Heard {
  tones: readonly Tone[];
  /** When there is a tick, as shares of the whole time. */
  ticks: readonly number[];
}

export interface Tone {
  /** −1 on the left, 1 on the right. */
  side: number;
  /** How high on the chart the curve is at even distances: 0…1. */
  heights: readonly number[];
}

const SECONDS = 3;
/** Hertz at the bottom of the chart, and how many octaves higher its top is. */
const LOWEST = 165;
const OCTAVES = 3;
/** Loudness of all tones together, and of a tick. */
const LOUD = 0.24;
const TICK = 0.08;
/** Seconds in which a tone comes and goes, without which it would crack; and how long a tick is. */
const SOFT = 0.02;
const TICK_SECONDS = 0.03;
const TICK_PITCH = 2200;

export class Sound {
  private context: AudioContext | null = null;

  /** `ended` is called when it has come to its end by itself. */
  constructor(private readonly ended: () => void) {}

  get plays(): boolean {
    return this.context !== null;
  }

  /** Whether it could be played. */
  play({ tones, ticks }: Heard): boolean {
    this.stop();
    const context = newContext();
    if (!context) return false;
    this.context = context;
    // One that a browser holds back until it is told begins now, because a button was pressed.
    context.resume().catch(() => this.end(context));
    const start = context.currentTime + SOFT;
    for (const tone of tones) playTone(context, tone, start, LOUD / tones.length);
    for (const share of ticks) playTick(context, start + share * SECONDS);
    const clock = context.createOscillator();
    clock.onended = () => this.end(context);
    clock.start(start);
    clock.stop(start + SECONDS + SOFT);
    return true;
  }

  stop(): void {
    const { context } = this;
    this.context = null;
    // One that the browser has closed already cannot be closed.
    context?.close().catch(() => {});
  }

  private end(context: AudioContext): void {
    if (context !== this.context) return;
    this.stop();
    this.ended();
  }
}

/** What plays; null where there is none. */
function newContext(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    return null;
  }
}

/** Equal ways up the chart are equal intervals. */
export function pitchOf(height: number): number {
  return LOWEST * 2 ** (OCTAVES * Math.max(0, Math.min(1, height)));
}

function playTone(context: AudioContext, tone: Tone, start: number, loud: number): void {
  const oscillator = context.createOscillator();
  const pan = context.createStereoPanner();
  pan.pan.value = tone.side;
  const pitches = Float32Array.from(tone.heights, pitchOf);
  oscillator.type = 'triangle';
  oscillator.frequency.setValueCurveAtTime(pitches, start, SECONDS);
  oscillator
    .connect(softened(context, start, SECONDS, loud))
    .connect(pan)
    .connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + SECONDS);
}

function playTick(context: AudioContext, start: number): void {
  const oscillator = context.createOscillator();
  oscillator.frequency.value = TICK_PITCH;
  oscillator.connect(softened(context, start, TICK_SECONDS, TICK)).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + TICK_SECONDS);
}

/** Loudness that comes and goes gently. */
function softened(context: AudioContext, start: number, seconds: number, loud: number): GainNode {
  const soft = Math.min(SOFT, seconds / 2);
  const node = context.createGain();
  const { gain } = node;
  gain.setValueAtTime(0, start);
  gain.linearRampToValueAtTime(loud, start + soft);
  gain.setValueAtTime(loud, start + seconds - soft);
  gain.linearRampToValueAtTime(0, start + seconds);
  return node;
}
