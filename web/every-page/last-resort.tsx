import { Component, type ReactNode } from 'react';

/** A fault of ours in the page: it says so and loads the page anew, sooner at first and then ever more rarely. */
export class LastResort extends Component<{ words: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(): void {
    const before = Number(sessionStorage.getItem('shihe-faults') ?? 0);
    sessionStorage.setItem('shihe-faults', String(before + 1));
    setTimeout(() => location.reload(), Math.min(5_000 * 2 ** before, 300_000));
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.words : this.props.children;
  }
}
