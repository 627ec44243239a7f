import type { Refusal } from '../every-page/house.js';
import { useLanguage } from '../every-page/language-context.js';

/** What spoke against it, in the words of the house and in the language of whoever reads; nothing while nothing did. */
export function Refused({ refusal }: { refusal: Refusal | undefined }) {
  const language = useLanguage();
  if (refusal === undefined) return null;
  return (
    <p className="wrong" role="alert">
      {refusal.messages[language]}
    </p>
  );
}
