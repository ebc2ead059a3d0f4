/** A letter on its way. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#1f4e8c"/>
<path d="M7 11h18v11H7zM7 11l9 7 9-7" fill="none" stroke="#fff" stroke-width="2.2" stroke-linejoin="round"/>
</svg>
`;
