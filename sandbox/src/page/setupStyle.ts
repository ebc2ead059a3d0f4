/** What the set-up page needs besides the style of the main page. */
export const SETUP_STYLE = `
header { display: block; }
fieldset { border: 1px solid var(--edge); border-radius: 0.5rem; margin: 0.75rem 0; padding: 0.5rem 1rem; background: var(--surface); }
fieldset label { display: inline-block; margin: 0.25rem 1.5rem 0.25rem 0; }
fieldset small { display: block; }
input:not([type='radio'], [type='checkbox']) { display: block; width: min(26rem, 80vw); }
h3 { margin: 0; }
article { border: 1px solid var(--edge); border-radius: 0.5rem; margin: 0.75rem 0; padding: 0.75rem 1rem; background: var(--surface); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 22rem; background: var(--ground); }
article button { margin-right: 0.5rem; }
[data-part='open'] span { font-weight: 600; }
main { min-height: 0; }
`;
