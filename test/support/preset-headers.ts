import type { ImportTarget } from '../../src/shared/contract/imports'

/** An export's header as its system writes it, with the columns that must be found in it. */
export type PresetHeader = [system: string, target: ImportTarget, header: string, columns: Record<string, string>]

const joined = 'Parent ID,Date,Customer,Person,Contact name,Contact email,Author,Direction,Channel,Subject,Text'

/** Further languages and shapes of the exports that are known; with those of the test every one that a preset claims is there. */
export const presetHeaders: PresetHeader[] = [
  [
    'Amazon',
    'orders',
    'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\tquantity\tcurrency\titem-price',
    { externalId: 'amazon-order-id', title: 'product-name', status: 'order-status' }
  ],
  [
    'Asana',
    'interactions',
    'Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task',
    { externalId: 'Task ID', subject: 'Name', at: 'Created At' }
  ],
  [
    'Asana',
    'interactions',
    'gid,assignee.gid,assignee.name,completed,created_at,due_on,name,notes,resource_type',
    { externalId: 'gid', subject: 'name', at: 'created_at' }
  ],
  [
    'vCard',
    'contacts',
    'Card UID,Name,Company,Person,Job title,E-mail,Phone,Language,Note',
    { customer: 'Company', email: 'E-mail' }
  ],
  [
    'WhatsApp',
    'interactions',
    'Chat message,Date,Chat,Author,Company,Person,Contact name,Direction,Text',
    { customer: 'Company', at: 'Date', notes: 'Text' }
  ],
  ['Slack', 'interactions', `Slack record,${joined}`, { externalId: 'Slack record', contact: 'Contact name' }],
  ['Trello', 'interactions', `Trello record,${joined}`, { externalId: 'Trello record', subject: 'Subject' }],
  ['HubSpot', 'interactions', `HubSpot record,${joined}`, { externalId: 'HubSpot record', customer: 'Customer' }],
  ['Salesforce', 'interactions', `Salesforce record,${joined}`, { externalId: 'Salesforce record', customer: 'Customer' }],
  ['Zendesk', 'interactions', `Zendesk record,${joined}`, { externalId: 'Zendesk record', customer: 'Customer' }],
  [
    'Freshdesk',
    'interactions',
    'ID del ticket;Asunto;Estado;Prioridad;Origen;Hora de creación;Hora de resolución;Nombre de la empresa;Correo electrónico',
    { externalId: 'ID del ticket', subject: 'Asunto', at: 'Hora de creación' }
  ],
  ['HubSpot', 'customers', 'Record ID,Company name,Company owner,Create Date,Industry,Country/Region', { name: 'Company name' }],
  [
    'HubSpot',
    'customers',
    'ID de registro,Nombre de la empresa,Propietario de la empresa,Sector',
    { name: 'Nombre de la empresa' }
  ],
  [
    'HubSpot',
    'interactions',
    'ID del ticket,Nombre del ticket,Pipeline,Estado del ticket,Fecha de creación,Empresa asociada',
    { externalId: 'ID del ticket', subject: 'Nombre del ticket', at: 'Fecha de creación' }
  ],
  [
    'HubSpot',
    'interactions',
    'hs_object_id,hs_pipeline,hs_pipeline_stage,createdate,subject,content,hs_ticket_priority',
    { externalId: 'hs_object_id', subject: 'subject', at: 'createdate' }
  ],
  [
    'Jira',
    'interactions',
    'Resumen,Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Informador,Creada,Descripción',
    { externalId: 'Clave de incidencia', subject: 'Resumen', at: 'Creada' }
  ],
  [
    'Outlook',
    'interactions',
    'Asunto,Fecha de comienzo,Comienzo,Fecha de finalización,Finalización,Organizador de la reunión,Asistentes necesarios,Descripción',
    { subject: 'Asunto', at: 'Fecha de comienzo', notes: 'Descripción' }
  ],
  [
    'Outlook',
    'interactions',
    'Θέμα,Ημερομηνία έναρξης,Ώρα έναρξης,Ημερομηνία λήξης,Ώρα λήξης,Απαιτούμενοι συμμετέχοντες,Περιγραφή',
    { subject: 'Θέμα', at: 'Ημερομηνία έναρξης', notes: 'Περιγραφή' }
  ],
  [
    'Outlook',
    'interactions',
    'Subject,Body,From: (Name),From: (Address),From: (Type),To: (Name),To: (Address)',
    { notes: 'Body', contact: 'From: (Name)' }
  ],
  [
    'Outlook',
    'interactions',
    'Betreff,Text,Von: (Name),Von: (Adresse),Von: (Typ),An: (Name),An: (Adresse)',
    { notes: 'Text', contact: 'Von: (Name)' }
  ],
  [
    'Outlook',
    'contacts',
    'Nombre,Segundo nombre,Apellidos,Organización,Puesto,Teléfono del trabajo,Dirección de correo electrónico',
    { customer: 'Organización', role: 'Puesto' }
  ],
  [
    'Outlook',
    'contacts',
    'Όνομα,Επώνυμο,Εταιρεία,Θέση,Τηλέφωνο εργασίας,Διεύθυνση ηλεκτρονικού ταχυδρομείου',
    { customer: 'Εταιρεία', role: 'Θέση' }
  ],
  [
    'Outlook',
    'contacts',
    'Eesnimi,Perekonnanimi,Ettevõte,Ametinimetus,Töötelefon,Meiliaadress',
    { customer: 'Ettevõte', phone: 'Töötelefon' }
  ],
  [
    'PayPal',
    'orders',
    'Fecha,Hora,Zona horaria,Nombre,Tipo,Estado,Divisa,Bruto,Tarifa,Neto,Id. de transacción',
    { externalId: 'Id. de transacción', customer: 'Nombre', value: 'Bruto' }
  ],
  [
    'Salesforce',
    'customers',
    'Account ID,Account Name,Account Owner,Billing City',
    { externalId: 'Account ID', name: 'Account Name' }
  ],
  [
    'Salesforce',
    'customers',
    'Account ID,Account Name,Type,Industry,Annual Revenue',
    { name: 'Account Name', industry: 'Industry' }
  ],
  [
    'Salesforce',
    'customers',
    'Id,Name,Type,BillingCountry,AnnualRevenue,OwnerId',
    { externalId: 'Id', name: 'Name', country: 'BillingCountry' }
  ],
  ['Salesforce', 'customers', 'Id,Name,Industry,OwnerId,BillingCity', { externalId: 'Id', name: 'Name' }],
  [
    'Salesforce',
    'customers',
    'Id. de la cuenta,Nombre de la cuenta,Propietario de la cuenta,Sector',
    { name: 'Nombre de la cuenta' }
  ],
  [
    'Salesforce',
    'interactions',
    'Αριθμός υπόθεσης,Θέμα,Κατάσταση,Ημερομηνία δημιουργίας,Προέλευση',
    { externalId: 'Αριθμός υπόθεσης', subject: 'Θέμα', at: 'Ημερομηνία δημιουργίας' }
  ],
  [
    'Salesforce',
    'interactions',
    'Αριθμός υπόθεσης,Όνομα λογαριασμού,Θέμα,Ημερομηνία ανοίγματος',
    { externalId: 'Αριθμός υπόθεσης', customer: 'Όνομα λογαριασμού' }
  ],
  [
    'Salesforce',
    'interactions',
    'Id,ParentId,CommentBody,IsPublished,CreatorName,CreatedDate',
    { notes: 'CommentBody', at: 'CreatedDate' }
  ],
  [
    'Salesforce',
    'interactions',
    'Parent ID,Comment Body,Is Published,Created By,Created Date',
    { notes: 'Comment Body', at: 'Created Date' }
  ],
  [
    'Salesforce',
    'interactions',
    'Id,ParentId,Subject,FromAddress,FromName,ToAddress,TextBody,Incoming,MessageDate',
    { notes: 'TextBody', at: 'MessageDate' }
  ],
  [
    'Salesforce',
    'interactions',
    'Subject,From Address,To Address,Text Body,Is Incoming,Message Date',
    { notes: 'Text Body', at: 'Message Date' }
  ],
  [
    'Salesforce',
    'promises',
    'Id,CaseId,MilestoneTypeId,StartDate,TargetDate,CompletionDate,IsCompleted,IsViolated',
    { madeAt: 'StartDate', dueAt: 'TargetDate' }
  ],
  [
    'Salesforce',
    'promises',
    'Case ID,Milestone,Start Date,Target Date,Completion Date',
    { madeAt: 'Start Date', dueAt: 'Target Date' }
  ],
  [
    'WooCommerce',
    'orders',
    'order_id,order_number,order_date,status,order_total,order_currency,customer_email,billing_company,item_name',
    { externalId: 'order_id', orderedOn: 'order_date' }
  ],
  [
    'WooCommerce',
    'orders',
    'id,name,quantity,total,parent.id,parent.number,parent.status,parent.date_created,parent.billing.email,parent.billing.company',
    { orderNumber: 'parent.number', orderedOn: 'parent.date_created' }
  ],
  [
    'Zammad',
    'interactions',
    '#,Title,Group,Owner,Customer,Priority,Created at,Article Count',
    { externalId: '#', customer: 'Customer', at: 'Created at' }
  ],
  [
    'Zammad',
    'interactions',
    'id,number,title,group,owner,customer,organization,state,create_article_type,article_count,created_at',
    { externalId: 'number', subject: 'title', at: 'created_at' }
  ],
  ['Zammad', 'interactions', 'Nummer;Titel;Gruppe;Besitzer;Kunde;Erstellt am', { externalId: 'Nummer', at: 'Erstellt am' }],
  ['Zammad', 'interactions', 'Número;Título;Grupo;Propietario;Cliente;Creado', { externalId: 'Número', customer: 'Cliente' }],
  ['Zendesk', 'interactions', 'Ticket ID,Comment date,Comment,From email,Ticket subject,Ticket status', { at: 'Comment date' }],
  ['Zendesk', 'interactions', 'id,author_id,body,html_body,public,created_at,audit_id', { externalId: 'id', at: 'created_at' }],
  ['Zendesk', 'interactions', 'id,type,author_id,plain_body,public,created_at', { externalId: 'id', notes: 'plain_body' }],
  ['Zendesk', 'customers', 'id,name,domain_names,shared_tickets,created_at,notes', { externalId: 'id', name: 'name' }],
  ['Zendesk', 'interactions', 'id,requester_id,subject,description,created_at,via.channel', { externalId: 'id', at: 'created_at' }],
  ['Zendesk', 'interactions', 'Ticket ID,Requester,Subject,Requested,Group,Priority', { externalId: 'Ticket ID', at: 'Requested' }]
]
