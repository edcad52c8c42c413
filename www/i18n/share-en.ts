/** How a run is handed on, in English; this type is what every other language must fill. */

export const shareEn = {
  title: 'Share this run',
  hint: 'The link holds all of it: points, settings, what was changed on the way, and the step. A phone’s camera reads it from the screen.',
  tooLong:
    'The link holds all of it, own points included: that is too much for a QR code. Copy it, or save the run as a file.',
  link: 'Link to this run',
  code: 'QR code of the link',
  copy: 'Copy link',
  pass: 'Pass on…',
  close: 'Close',
  copied: 'Copied.',
  marked: 'The browser does not let this page copy. The link is marked: press Ctrl+C.',
  notPassed: 'The browser could not pass it on. Copy the link instead.',
};

export type ShareTexts = typeof shareEn;
