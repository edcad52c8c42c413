/** Where a run opens again, as others are told. */

/** The page is a file, or the text of a frame: nothing leads to it from other machines. */
export const isFile = () => !location.protocol.startsWith('http');

/** The whole address of a link; of a file the link alone, as its folders are nobody's business and lead nowhere elsewhere. */
export const fullAddress = (link: string) => (isFile() ? link : new URL(link, location.href).href);
