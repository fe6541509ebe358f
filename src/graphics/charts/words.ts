const whose = (speaker: string | null): string => (speaker === null ? 'the' : speaker.endsWith('s') ? `${speaker}’` : `${speaker}’s`);

/** The charts' own words, English. One table, so that it can move beside the page's other words. */
export const chartWords = {
  derived: 'derived',
  atLeast: 'at least',
  atMost: 'at most',
  oneBlockIs: (amount: string) => `one block is ${amount}`,
  oneDotIs: (amount: string) => `one dot is ${amount}`,
  /** Singular of the units that have one of their own. */
  unit: { km2: 'square kilometre', people: 'person', '%': 'per cent' } as Record<string, string>,
  units: { km2: 'square kilometres', people: 'people', '%': 'per cent' } as Record<string, string>,
  numbers: [
    'no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
    'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
  ],
  ordinals: [
    'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth',
    'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth',
  ],
  table: ['What', 'Figure', 'How exact', 'Who says so', 'When'],
  say: {
    field: (count: string, unit: string) => `A field of ${count} squares, one for each ${unit}.`,
    fieldOf: (count: string, amount: string) => `A field of ${count} squares, one for every ${amount}.`,
    filled: 'All are filled.',
    turned: (count: string, label: string) => `Counting from the right, ${count} are empty: ${label}.`,
    between: (count: string) => `The next ${count} are half empty: they lie between the lower figure and the upper one.`,
    shrink: (columns: string, word: string) =>
      `In the ${columns} columns beside them the squares shrink towards that edge, because “${word}” gives no upper limit.`,
    grow: (columns: string, word: string) =>
      `In the ${columns} columns nearest the edge small squares stand in the empty ones, because “${word}” gives no lower limit.`,
    soft: 'The squares on both sides of the edge are softened, because the figure is approximate.',
    restFilled: 'The rest are filled.',
    blocks: (count: string, amount: string, last: string | null) =>
      last === null ? `${count} blocks of ${amount} dots.` : `${count} blocks of up to ${amount} dots, the last of ${last}.`,
    oneBlock: (amount: string) => `One block of ${amount} dots.`,
    oneDot: (amount: string) => `Each dot stands for ${amount}.`,
    solidBlocks: (solid: string, open: string, one: boolean, speaker: string | null) =>
      `${solid} are solid; ${open} ${one ? 'is' : 'are'} open rings, the width of ${whose(speaker)} range.`,
    solidDots: (solid: string, open: string, speaker: string | null) =>
      `${solid} dots are solid; ${open} are open rings, the width of ${whose(speaker)} range.`,
    allRings: 'All are open rings, because only an upper figure is given.',
    emphasis: (where: string, rows: string, one: boolean, amount: string) =>
      `At the foot of ${where} ${rows} row${one ? '' : 's'}, ${amount} dots, turn${one ? 's' : ''} dark`,
    emphasisDots: (where: string, amount: string) => `At the foot of ${where} ${amount} dots turn dark`,
    edgeFades: '; the edge of the group fades.',
    accented: (count: string, one: boolean, where: string) =>
      `${count} dot${one ? '' : 's'} in the accent colour, in ${where}, ringed and enlarged in a lens.`,
    block: (ordinal: string) => `the ${ordinal} block`,
    blockNumber: (number: string) => `block ${number}`,
    theField: 'the field',
  },
};
