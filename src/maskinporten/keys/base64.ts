/**
 * Of either alphabet, in any lines, padded or not. A piece that was cut off is found out by what the bytes mean.
 * @returns undefined when it is not base64
 */
export const decodeBase64 = (text: string): Buffer | undefined => {
  const digits = text.replace(/\s/g, '');
  return /^[\w+/-]+={0,2}$/.test(digits) ? Buffer.from(digits, 'base64') : undefined;
};
