const between = /[0-9][\s'’]+[0-9]/
const thousands = /^[^0-9]*[0-9]{1,3}(?:[\s'’][0-9]{3})+(?![0-9\s'’]*[0-9])/

/**
 * Takes what somebody wrote as a number, gives whether blanks or apostrophes part its digits elsewhere than between
 * thousands: 10 20 and 210 555 1234 are several numbers, 1 234 567,89 is one. Nobody writes a number of more than 400 signs.
 */
export function isSeveralNumbers(text: string): boolean {
  return text.length > 400 || (between.test(text) && !thousands.test(text))
}
