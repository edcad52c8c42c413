/** A table of points, in English; this type is what every other language must fill. */

import type { Fault, NoText, Note, OldCoding, Slip } from './points-table-told.js';

const some = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const slip = ({ line, why, column, text }: Slip): string => {
  switch (why) {
    case 'short':
      return `line ${line} has no column “${column}”`;
    case 'empty':
      return `line ${line} has nothing in “${column}”`;
    case 'word':
      return `line ${line} has “${text}” in “${column}”, which is no number`;
    case 'huge':
      return `line ${line} has “${text}” in “${column}”, which is too great a number`;
  }
};

export const pointsTableEn = {
  open: 'Open table…',
  save: 'Save points',
  title: 'Points from a table',
  titleOf: (name: string) => `Points from a table: ${name}`,
  choose: 'Choose a file',
  paste: 'Or paste the table here',
  pasteHint:
    'CSV or TSV, as a spreadsheet saves or copies it: two columns of numbers and one of classes, a row for each point. A file may also be dropped anywhere on the page.',
  pasted: 'pasted table',
  noText: (name: string, fault: NoText): string => {
    switch (fault.kind) {
      case 'workbook':
        return `“${name}” is a workbook or an archive. Save the sheet as CSV in the spreadsheet program and open that.`;
      case 'binary':
        return `“${name}” is no text, so there is no table in it. Nothing has changed.`;
    }
  },
  noTable: (name: string) =>
    `“${name}” holds no table: there are no rows and columns with numbers. Nothing has changed.`,
  notRead: (name: string) => `“${name}” could not be read. Nothing has changed.`,
  delimiter: 'Columns parted by',
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab' },
  decimal: 'Decimals as',
  header: 'First row holds names',
  scale: 'Scale to mean 0, deviation 1',
  rows: 'First rows',
  line: 'line',
  roleOf: (column: string) => `Use of column ${column}`,
  roles: { none: '–', x: 'x', y: 'y', label: 'class' },
  columnsLeft: (count: number) => `${some(count, 'more column')} not shown`,
  points: (count: number) => some(count, 'point'),
  classNumber: (label: number) => `class ${label}`,
  cut: (lines: number) =>
    `The text is longer than is read here: of it the first ${some(lines, 'line')} were read.`,
  coding: (coding: OldCoding) =>
    `The file is not in UTF-8 and was read as ${coding}. If a name looks wrong, save it as “CSV UTF-8” and open that.`,
  openQuote: (line: number) =>
    `A quotation mark is opened and not closed; the row from line ${line} on takes in all that follows.`,
  note: (note: Note): string => {
    switch (note.kind) {
      case 'left': {
        const more = note.rows - note.first.length;
        return `Left out: ${some(note.rows, 'row')} (${note.first.map(slip).join('; ')}${more > 0 ? `; and ${more.toLocaleString('en')} more` : ''}).`;
      }
      case 'labels':
        return `There are ${some(note.of, 'class', 'classes')}, and six at most fit. The most frequent are taken: ${note.taken.join(', ')}. Left out: ${some(note.rows, 'row')} of the others.`;
      case 'thinned':
        return `Of ${some(note.of, 'point')} ${note.taken.toLocaleString('en')} are taken, spread evenly over the table.`;
      case 'numbers':
        return `Column “${note.column}” holds ${note.different.toLocaleString('en')} different numbers, so it is probably not the classes.`;
      case 'rounded':
        return 'Coordinates are rounded to 1/1024.';
    }
  },
  fault: (fault: Fault): string => {
    switch (fault.kind) {
      case 'noRows':
        return 'There is no row in it.';
      case 'noColumn':
        return fault.role === 'label'
          ? 'No column is chosen for the class.'
          : `No column of numbers is chosen for ${fault.role}.`;
      case 'words':
        return `Column “${fault.column}” holds words: line ${fault.line} has “${fault.text}”, which is no number. Choose a column of numbers.`;
      case 'noneLeft':
        return `No row can be used: ${slip(fault.first)}.`;
      case 'oneClass':
        return `All rows are of one class, “${fault.name}”. Two at least are needed: choose another column for the class.`;
      case 'beyond':
        return `Line ${fault.line} lies at ${fault.text}, and a million is the farthest. Scale the points, and they fit.`;
    }
  },
  use: 'Use these points',
  cancel: 'Cancel',
  close: 'Close',
  saveTitle: 'The points as a table',
  saveHint: 'CSV: x, y and class, on the grid of 1/1024 on which own points lie.',
  download: 'Download',
  copy: 'Copy',
  copied: 'Copied.',
  marked: 'The text is selected: copy it with Ctrl+C or ⌘C.',
};

export type PointsTableTexts = typeof pointsTableEn;
