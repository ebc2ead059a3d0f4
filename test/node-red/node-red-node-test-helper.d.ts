/** It ships no types; this is the part that is used. */
declare module 'node-red-node-test-helper' {
  import type { Node, NodeAPI } from 'node-red';
  import type { Test } from 'supertest';

  interface Helper {
    init(runtime: string): void;
    load(nodes: readonly ((RED: NodeAPI) => void)[], flow: object[], credentials?: object): Promise<void>;
    setFlows(flow: object[], deployment: 'full' | 'flows' | 'nodes', credentials?: object): Promise<void>;
    settings(settings: object): void;
    unload(): Promise<void>;
    startServer(): Promise<void>;
    stopServer(): Promise<void>;
    getNode(id: string): Node;
    request(): { post(path: string): Test };
    /** A spy on everything Node-RED logs. */
    log(): { readonly args: readonly (readonly unknown[])[] };
  }
  const helper: Helper;
  export default helper;
}
