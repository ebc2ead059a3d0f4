/**
 * How the dialogs look, in the editor's own colours: light and dark.
 */
export const STYLE = `<style>
  .nk-form .form-row { display: flex; align-items: center; flex-wrap: wrap; gap: 4px 8px; }
  .nk-form .form-row > label { flex: 0 0 172px; width: auto; margin: 0; }
  .nk-form .form-row > :not(label):not(button):not(.nk-caution) { flex: 1 1 0; width: auto !important; min-width: 0; }
  .nk-form .form-row > input[type="hidden"] { display: none; }
  .nk-form .form-row > input[type="checkbox"] { flex: none !important; margin: 0; }
  .nk-form .nk-caution { flex: 1 0 100%; padding-left: 180px; color: var(--red-ui-text-color-error); }
  .nk-form details { margin: 16px 0; }
  .nk-form summary { cursor: pointer; margin-bottom: 10px; color: var(--red-ui-secondary-text-color); }
  .nk-form .nk-list > .red-ui-editableList { flex: 1 0 100% !important; }
  .nk-form .nk-list .red-ui-editableList-container:has(> ol:empty) { display: none; }
  .nk-form .nk-entry { display: grid; grid-template-columns: 1fr 1fr; gap: 6px 10px; }
  .nk-form .nk-cell { width: auto !important; margin: 0; }
  .nk-form .nk-cell > span { display: block; font-size: 0.85em; color: var(--red-ui-secondary-text-color); }
  .nk-form .nk-cell > input[type="text"], .nk-form .nk-cell > select { width: 100% !important; }
  .nk-form .nk-cell > input[type="checkbox"] { width: auto; margin: 8px 0; }
  .nk-report ol { list-style: none; margin: 0; }
  .nk-report li { display: flex; gap: 8px; padding: 4px 0; }
  .nk-report li > .fa { flex: 0 0 16px; line-height: 20px; text-align: center; }
  .nk-report .nk-passed > .fa { color: var(--red-ui-text-color-success); }
  .nk-report .nk-warning > .fa { color: var(--red-ui-text-color-warning); }
  .nk-report .nk-failed > .fa { color: var(--red-ui-text-color-error); }
  .nk-report .nk-skipped > .fa, .nk-report .nk-action { color: var(--red-ui-secondary-text-color); }
  .nk-report pre { overflow-x: auto; white-space: pre-wrap; word-break: break-all; }
</style>`;
