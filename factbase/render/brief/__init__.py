"""A dossier (see `factbase.query.brief`) as a page: its entries, and a file for each form that they are set in."""
