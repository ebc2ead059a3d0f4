/** The grants already exchanged for a token, remembered for as long as they could be valid. */
export class SeenGrants {
  readonly #expiryById = new Map<string, number>();

  /** False when this grant has been used before. */
  use(id: string, expiresAtSeconds: number, nowSeconds: number): boolean {
    for (const [seen, expiry] of this.#expiryById) {
      if (expiry < nowSeconds) this.#expiryById.delete(seen);
    }
    if (this.#expiryById.has(id)) return false;
    this.#expiryById.set(id, expiresAtSeconds);
    return true;
  }

  clear(): void {
    this.#expiryById.clear();
  }
}
