/** A frame that forbids windows, dialogs and downloads. */

import { expect, type FrameLocator } from '@playwright/test';

/** Hands the run on from such a frame: what it forbids is said, and there is another way. */
export async function expectOtherWays(frame: FrameLocator): Promise<void> {
  await frame.locator('#share').click();
  const dialog = frame.locator('dialog.share');
  const said = (text: string) =>
    expect(dialog.getByRole('status').filter({ hasText: text })).toBeVisible();
  await frame.getByRole('button', { name: 'Copy link' }).click();
  await said('Copied.');
  await frame.getByRole('button', { name: 'Print…' }).click();
  await said('forbids it');
  await frame.getByRole('tab', { name: 'Files' }).click();
  await expect(dialog).toContainText('Where nothing is saved, the frame');
  await frame.getByRole('radio', { name: 'Loss table' }).check();
  await frame.getByRole('button', { name: 'Copy', exact: true }).click();
  await said('Copied.');
  await frame.getByRole('radio', { name: 'Picture' }).check();
  await frame.getByRole('tab', { name: 'Link' }).click();
  await frame.getByRole('button', { name: 'Close' }).click();
}
