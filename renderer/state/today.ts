/** The day by this machine's clock and where it stands, ISO 8601. */
export function today(now = new Date()): string {
  const part = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`
}
