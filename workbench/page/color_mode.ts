export type ColorMode = 'light' | 'dark';

const KEY = 'sysmon_trail_workbench_color_mode';

/** `?theme=dark` wins, then what was chosen before. */
export function keptColorMode(): ColorMode {
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEY);
  return asked === 'dark' ? 'dark' : 'light';
}

/** Puts the button into the bar above the app and the matching styles into the page; the answer takes the button away. */
export function colorModeButton(mode: ColorMode, choose: (mode: ColorMode) => void): () => void {
  const other = mode === 'dark' ? 'light' : 'dark';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = other === 'dark' ? 'Dark mode' : 'Light mode';
  button.onclick = () => {
    localStorage.setItem(KEY, other);
    choose(other);
  };
  document.getElementById('eui-styles')?.setAttribute('href', `/assets/eui_${mode}.css`);
  document.getElementById('workbench-bar')?.append(button);
  return () => button.remove();
}
