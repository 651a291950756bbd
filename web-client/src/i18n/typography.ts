/** French puts a space before its double signs and inside its quotation marks, and never breaks a line there. */
export function bindSpaces(text: string): string {
  return text.replace(/ ([:;!?»])/g, '\u00a0$1').replace(/« /g, '«\u00a0')
}
