/** The panel in which points are edited, in English; this type is what every other language must fill. */

export const pointsEn = {
  classGroup: 'Class of new points',
  tools: 'On the boards',
  tool: (tool: 'add' | 'move' | 'erase'): string =>
    ({ add: 'Add', move: 'Move', erase: 'Erase' })[tool],
  clear: 'Clear',
  wrong: 'Wrong labels',
  test: 'Held out',
  shift: 'Shift',
  gap: 'Gap',
  even: 'even',
  /** As the subject of “… must be a number from 0 to 6.3”. */
  gapName: 'The gap, where it is not “even”,',
  hint: 'Tap to add points',
  /** What a board is, for who operates it with keys. */
  boardKeys:
    'board to edit: arrows move the cursor, Space uses the tool, Delete erases the nearest point, 1 to 6 choose the class',
  oneClass: 'All points are of one class; a contest needs a second one.',
  becameOwn: 'These are your own points now.',
  added: (name: string, all: number) => `Added ${name}; ${points(all)}.`,
  moved: 'Moved.',
  erased: (all: number) => `Erased; ${points(all)} left.`,
  cleared: 'All points are gone. Undo brings them back.',
  none: 'There is no point here.',
  full: (most: number) =>
    `${most} points are the most there can be: no more were added. Erase some first.`,
  picked: (name: string) => `New points are of ${name}.`,
  at: (x: string, y: string, name: string | null) =>
    `x = ${x}, y = ${y}${name === null ? '' : `: a point of ${name}`}`,
  held: (name: string) => `Holding a point of ${name}: arrows move it, Space puts it down.`,
};

const points = (all: number) => `${all} ${all === 1 ? 'point' : 'points'}`;

export type PointsTexts = typeof pointsEn;
