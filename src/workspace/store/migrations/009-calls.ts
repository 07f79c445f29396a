/** What a call was about; and what Redress itself says of a fact or an incident, as data, to be told in any language. */
export const calls = `
ALTER TABLE interaction ADD COLUMN orderId TEXT REFERENCES "order"(id);
ALTER TABLE fact ADD COLUMN told TEXT;
ALTER TABLE incident ADD COLUMN told TEXT;
CREATE INDEX promiseOfInteraction ON promise (interactionId) WHERE interactionId IS NOT NULL;
CREATE INDEX voiceOfInteraction ON voice (interactionId) WHERE interactionId IS NOT NULL;
`
