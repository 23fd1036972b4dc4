import type { AddressParts } from './address.ts';

/** Post boxes of the world, folded (UPU addressing guides); the number follows. */
const PO_BOX =
  /\b(?:p ?\.? ?o ?\.? ?box|post office box|gpo box|postbox|post box|locked bag|private bag|postfach|postbus|boite postale|bp|apartado(?: de correos| postal)?|apdo|casilla(?: postal)?|caixa postal|casella postale|skrytka pocztowa|skr poczt|postboks|postilokero|po box|box)[ .:#]*(?:no\.? *)?(\d+[a-z]?)\b/;

/** Takes a PO box out of the text; the box stands for the house. */
export function takePoBox(text: string, parts: AddressParts): string {
  const match = PO_BOX.exec(text);
  if (match === null) return text;
  parts.number = (match[1] ?? '').replace(/^0+(?=\d)/, '');
  parts.street = ['po', 'box'];
  return `${text.slice(0, match.index)} , ${text.slice(match.index + match[0].length)}`;
}
