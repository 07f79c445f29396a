// Every export that Redress knows, each as a data file: the guide says how to add one.
import amazonOrders from './amazon-orders.json'
import asana from './asana.json'
import freshdeskTickets from './freshdesk-tickets.json'
import hubspotCompanies from './hubspot-companies.json'
import hubspotTickets from './hubspot-tickets.json'
import intercom from './intercom.json'
import jiraIssues from './jira-issues.json'
import osticket from './osticket.json'
import paypal from './paypal.json'
import salesforceAccounts from './salesforce-accounts.json'
import salesforceCases from './salesforce-cases.json'
import salesforceComments from './salesforce-comments.json'
import salesforceEmails from './salesforce-emails.json'
import salesforceMilestones from './salesforce-milestones.json'
import shopifyOrders from './shopify-orders.json'
import woocommerceOrders from './woocommerce-orders.json'
import zammadTickets from './zammad-tickets.json'
import zendeskComments from './zendesk-comments.json'
import zendeskCommentsList from './zendesk-comments-list.json'
import zendeskOrganizations from './zendesk-organizations.json'
import zendeskTickets from './zendesk-tickets.json'
import zendeskView from './zendesk-view.json'
import calendar from './calendar.json'
import cards from './cards.json'
import chat from './chat.json'
import hubspotJoined from './hubspot-joined.json'
import intercomJoined from './intercom-joined.json'
import mail from './mail.json'
import salesforceJoined from './salesforce-joined.json'
import zendeskJoined from './zendesk-joined.json'
import githubIssues from './github-issues.json'
import gitlabIssues from './gitlab-issues.json'
import slack from './slack.json'
import trello from './trello.json'
import googleContacts from './google-contacts.json'
import outlookCalendar from './outlook-calendar.json'
import outlookContacts from './outlook-contacts.json'
import outlookMail from './outlook-mail.json'
import type { Preset } from './preset'

/** What is known of exports. Of two that fit a file, the one of more signs is taken. */
export const presets: readonly Preset[] = [
  amazonOrders as Preset,
  asana as Preset,
  githubIssues as Preset,
  gitlabIssues as Preset,
  outlookMail as Preset,
  outlookContacts as Preset,
  outlookCalendar as Preset,
  googleContacts as Preset,
  slack as Preset,
  trello as Preset,
  zendeskJoined as Preset,
  salesforceJoined as Preset,
  mail as Preset,
  intercomJoined as Preset,
  hubspotJoined as Preset,
  calendar as Preset,
  cards as Preset,
  chat as Preset,
  freshdeskTickets as Preset,
  hubspotCompanies as Preset,
  hubspotTickets as Preset,
  intercom as Preset,
  jiraIssues as Preset,
  osticket as Preset,
  paypal as Preset,
  salesforceAccounts as Preset,
  salesforceCases as Preset,
  salesforceComments as Preset,
  salesforceEmails as Preset,
  salesforceMilestones as Preset,
  shopifyOrders as Preset,
  woocommerceOrders as Preset,
  zammadTickets as Preset,
  zendeskComments as Preset,
  zendeskCommentsList as Preset,
  zendeskOrganizations as Preset,
  zendeskTickets as Preset,
  zendeskView as Preset
]
