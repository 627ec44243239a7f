import { useState, type SubmitEvent } from 'react';
import { Refused } from '../look/refused.js';
import { Refusal } from '../house.js';
import { wordsOf } from '../language-context.js';
import type { Dictionary } from '../language.js';
import type { StaffSession } from './staff-session.js';

const zh = {
  signIn: '登录',
  username: '用户名',
  password: '密码',
  code: '动态验证码（如已启用）',
  working: '正在登录…',
} as const;
const en = {
  signIn: 'Sign in',
  username: 'User name',
  password: 'Password',
  code: 'Code of your second factor, if you have one',
  working: 'Signing in …',
};
const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
const useWords = wordsOf(dictionary);

/** For whoever works here. What went wrong stands beside the button, in words. */
export function SignIn({ session, title }: { session: StaffSession; title: string }) {
  const words = useWords();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isWorking, setWorking] = useState(false);

  async function send(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const field = (name: string) => {
      const value = typed.get(name);
      return typeof value === 'string' ? value : '';
    };
    setWorking(true);
    setRefusal(undefined);
    try {
      const code = field('code').trim();
      await session.signIn({
        username: field('username').trim(),
        password: field('password'),
        ...(code === '' ? {} : { code }),
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    } finally {
      setWorking(false);
    }
  }

  return (
    <main className="sign-in">
      <h1>{title}</h1>
      <form onSubmit={(event) => void send(event)}>
        <label>
          {words('username')}
          <input name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
        </label>
        <label>
          {words('password')}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <label>
          {words('code')}
          <input name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={32} />
        </label>
        <Refused refusal={refusal} />
        <button type="submit" className="main" disabled={isWorking}>
          {words(isWorking ? 'working' : 'signIn')}
        </button>
      </form>
    </main>
  );
}
