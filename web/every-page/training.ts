const rememberedAs = 'shihe-training';

/** Whether this tab belongs to a training (`?training=1`): it says so until it is closed, wherever it goes. */
export function isTraining(): boolean {
  const asked = new URLSearchParams(location.search).get('training');
  try {
    if (asked !== null) sessionStorage.setItem(rememberedAs, asked);
    return (asked ?? sessionStorage.getItem(rememberedAs)) === '1';
  } catch {
    return asked === '1';
  }
}
