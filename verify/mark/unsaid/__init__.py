"""Words in quotation marks that nobody need have said."""
