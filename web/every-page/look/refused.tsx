import type { Refusal } from '../house.js';
import { useLanguage } from '../language-context.js';

/** What spoke against it, in the words of the house and in the language of whoever reads; nothing while nothing did. */
export function Refused({ refusal }: { refusal: Refusal | null | undefined }) {
  const language = useLanguage();
  if (refusal == null) return null;
  return (
    <p className="wrong" role="alert">
      {refusal.messages[language]}
    </p>
  );
}
