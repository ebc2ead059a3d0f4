/**
 * A request that a service turns away.
 *
 * `message` goes over the wire in the words of the real service; `reason` is for the developer who reads the request
 * list, and may say more than the real service ever would.
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly reason: string = message,
  ) {
    super(message);
  }
}
