export {
  type CatalogueRule,
  RULE_CATALOGUE,
  RULE_KINDS,
  type RuleKind,
} from '../../standard/rule-catalogue.ts';
