/** Templates by code; see `MessageCatalogue` for their form. @public */
export type MessageTemplates = Readonly<Record<string, string>>;
