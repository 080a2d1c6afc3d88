"""``python -m graph_service.cli``: the command without its script."""

from graph_service.cli.main import main

main()
