import React, { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { EuiFieldSearch, EuiInputPopover, useEuiTheme, useGeneratedHtmlId } from '@elastic/eui';
import { useApp } from '../app_context';
import { searchPlace, suggestions, type Suggestion } from './suggestions';
import { useKeptState } from './use_kept_state';

export const FIND_BOX_ID = 'sysmonTrailFind';

interface Props {
  /** Known hosts, for "Open host". */
  readonly hosts: readonly string[];
  readonly onFocus: () => void;
}

/** A combobox: Enter searches, Down and Enter takes a suggestion, Esc closes the list and then gives the focus back. */
export function FindBox({ hosts, onFocus }: Props): JSX.Element {
  const { t, go } = useApp();
  const kept = useKeptState();
  const [text, setText] = useQueryText();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const cameFrom = useRef<Element | null>(null);
  const listId = useGeneratedHtmlId();
  const found = open ? suggestions({ text, hosts, kept }, t) : [];

  const take = (suggestion: Suggestion | undefined): void => {
    setOpen(false);
    setActive(-1);
    if (suggestion) go(suggestion.to);
    else if (text.trim() !== '') go(searchPlace({ text, kept }));
  };
  const escape = (): void => {
    if (open && found.length > 0) setOpen(false);
    else if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Enter and the arrows belong to the input method while it composes; 229 is what some browsers say instead.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      if (found.length > 0)
        setActive(
          (before) => (before + step + found.length + (before < 0 && step < 0 ? 1 : 0)) % found.length,
        );
    } else if (event.key === 'Enter') take(found[active]);
    else if (event.key === 'Escape') escape();
  };

  return (
    <EuiInputPopover
      fullWidth
      isOpen={found.length > 0}
      closePopover={() => setOpen(false)}
      disableFocusTrap
      panelPaddingSize="none"
      input={
        <EuiFieldSearch
          id={FIND_BOX_ID}
          fullWidth
          compressed
          isClearable={false}
          value={text}
          placeholder={t('sysmonTrail.frame.findPlaceholder')}
          aria-label={t('sysmonTrail.frame.findLabel')}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onFocus={(event: FocusEvent) => {
            cameFrom.current = event.relatedTarget instanceof Element ? event.relatedTarget : null;
            onFocus();
          }}
          onBlur={() => setOpen(false)}
        />
      }
    >
      <SuggestionList id={listId} {...{ found, active, take }} />
    </EuiInputPopover>
  );
}

interface ListProps {
  readonly id: string;
  readonly found: readonly Suggestion[];
  readonly active: number;
  readonly take: (suggestion: Suggestion) => void;
}

function SuggestionList({ id, found, active, take }: ListProps): JSX.Element {
  const { t } = useApp();
  const { euiTheme } = useEuiTheme();
  return (
    <ul id={id} role="listbox" aria-label={t('sysmonTrail.frame.suggestions')} className="sysmonTrailList">
      {found.map((suggestion, i) => (
        <li
          key={suggestion.text}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          style={
            i === active
              ? { background: euiTheme.colors.lightestShade, outline: `2px solid ${euiTheme.colors.primary}` }
              : undefined
          }
          // mousedown would take the focus and close the list before the click
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(suggestion)}
        >
          {suggestion.text}
        </li>
      ))}
    </ul>
  );
}

/** The text of the box: what is typed; when the URL brings another search, that. */
function useQueryText(): [string, (text: string) => void] {
  const { url } = useApp();
  const asked = url.q ?? '';
  const [typed, setTyped] = useState({ asked, text: asked });
  if (typed.asked !== asked) setTyped({ asked, text: asked });
  return [typed.asked === asked ? typed.text : asked, (text) => setTyped({ asked, text })];
}
