# The condition of insider18.json.
{fires: (.event_name == "purchase")}
