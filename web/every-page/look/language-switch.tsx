import { useChooseLanguage, useLanguage } from '../language-context.js';

/** Says the other language in itself: whoever needs it can read it. */
export function LanguageSwitch() {
  const language = useLanguage();
  const choose = useChooseLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="quiet" lang={other} onClick={() => choose(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}
