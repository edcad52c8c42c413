/** What lies in the engine's memory, as copies. With any call of the engine its memory may grow, and from then on every
 * view of it is empty: so no other file makes one, and none leaves this file. */

export class Memory {
  constructor(private readonly memory: WebAssembly.Memory) {}

  /** So many numbers from a place on, in a list of their own, or in room that is kept for them. */
  numbers(pointer: number, length: number, room?: Room): Float64Array {
    const view = new Float64Array(this.memory.buffer, pointer, length);
    return room ? room.hold(view) : view.slice();
  }

  /** So many unsigned 32-bit numbers from a place on. */
  indices(pointer: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, pointer, length).slice();
  }
}

/** Room for numbers that are copied in every frame: made anew only when they no longer fit. */
export class Room {
  private all = new Float64Array();
  /** What it holds. */
  held = this.all;

  /** A copy, good until the room is filled again. */
  hold(numbers: Float64Array): Float64Array {
    if (numbers.length > this.all.length) this.all = new Float64Array(2 * numbers.length);
    if (numbers.length !== this.held.length) this.held = this.all.subarray(0, numbers.length);
    this.held.set(numbers);
    return this.held;
  }
}
