import * as webhook from './webhook.ts';

/** The deciders of webhooks: who opens one to where, and when it is sent nothing. */
export const webhookDeciders = {
  RegisterWebhook: webhook.registerWebhook,
  IssueWebhookSecret: webhook.issueWebhookSecret,
  ChangeWebhook: webhook.changeWebhook,
  PauseWebhook: webhook.pauseWebhook,
  ResumeWebhook: webhook.resumeWebhook,
  ReplayWebhook: webhook.replayWebhook,
  RemoveWebhook: webhook.removeWebhook,
  SuspendWebhook: webhook.suspendWebhook,
} as const;
