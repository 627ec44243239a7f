import type { ReactNode } from 'react';
import { Refusal } from '../house.js';
import { useLanguage, wordsOf } from '../language-context.js';
import type { Dictionary } from '../language.js';

const zh = {
  loading: '正在读取…',
  tryAgain: '重试',
  broke: '页面出了问题，正在重新打开…',
  brokeHint: '已经提交的没有丢失。如果一再出现，请告知现场工作人员。',
  notAllowed: '您的账号不能查看这里',
  notAllowedHint: '请用有权限的账号登录，或请管理员开通。',
} as const;
const en = {
  loading: 'Loading …',
  tryAgain: 'Try again',
  broke: 'Something in the page broke. It opens anew …',
  brokeHint: 'Nothing that was sent is lost. If it happens again and again, please tell the staff.',
  notAllowed: 'Your account may not see this',
  notAllowedHint: 'Sign in with one that may, or ask an administrator.',
};
const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
const useWords = wordsOf(dictionary);

export function Loading({ what }: { what?: string }) {
  const words = useWords();
  return (
    <p className="state loading" role="status">
      <span className="spinner" aria-hidden="true" />
      {what ?? words('loading')}
    </p>
  );
}

/** Nothing is there yet: says so, and what comes next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="state empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Something went wrong: what happened, what is safe, what to do next. */
export function Trouble({ error, onTryAgain }: { error: unknown; onTryAgain?: () => void }) {
  const words = useWords();
  const language = useLanguage();
  if (!(error instanceof Refusal)) throw error;
  return (
    <section className="state trouble" role="alert">
      <h2>{error.isForbidden ? words('notAllowed') : error.messages[language]}</h2>
      {error.isForbidden && <p>{words('notAllowedHint')}</p>}
      {onTryAgain !== undefined && (
        <button type="button" onClick={onTryAgain}>
          {words('tryAgain')}
        </button>
      )}
    </section>
  );
}

/** What {@link LastResort} shows. */
export function SomethingBroke() {
  const words = useWords();
  return (
    <main className="state trouble" role="alert">
      <h1>{words('broke')}</h1>
      <p>{words('brokeHint')}</p>
    </main>
  );
}
