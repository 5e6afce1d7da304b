"""Who acts: states, organisations, ministries, companies, people, places, initiatives, groups."""
