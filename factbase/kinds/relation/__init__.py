"""How actors stand to each other: offices, memberships, partnerships."""
