/** Takes a text, gives it in one line: each run of blanks and line ends is one space, none at its ends. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
