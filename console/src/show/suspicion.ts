/** From which percentage on suspicion is marked, and how; the highest first. Scores and stories of abuse share it. */
const MARKS: readonly { readonly from: number; readonly tone: 'bad' | 'fair' }[] = [
  { from: 70, tone: 'bad' },
  { from: 30, tone: 'fair' },
];

/** How a probability of abuse is marked; not at all while it is low. */
export function suspicionTone(percent: number): 'bad' | 'fair' | undefined {
  return MARKS.find(({ from }) => percent >= from)?.tone;
}
