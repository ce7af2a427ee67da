/** Whether two drawings are the same, whatever the order of their fields; the next number may differ, since it only rises. */
export function isSameDrawing(one: unknown, other: unknown, key = ''): boolean {
  if (one === other || key === 'nextNumber') return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [first, second] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>];
  const keys = Object.keys(first);
  return (
    keys.length === Object.keys(second).length && keys.every((name) => isSameDrawing(first[name], second[name], name))
  );
}
