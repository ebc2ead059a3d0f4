import { startSandbox } from '../../sandbox/src/index';

describe('startSandbox', () => {
  it('listens on a free port of this machine and says where', async () => {
    const sandbox = await startSandbox();
    expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(sandbox.credentials.maskinporten.sandboxUrl).toBe(sandbox.url);
    await sandbox.close();
  });

  it('stops answering when it is closed', async () => {
    const sandbox = await startSandbox();
    expect((await fetch(sandbox.url)).status).toBe(200);
    await sandbox.close();
    await expect(fetch(sandbox.url)).rejects.toThrow();
  });

  it('fails when the port is taken', async () => {
    const first = await startSandbox();
    const port = Number(new URL(first.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });
});
