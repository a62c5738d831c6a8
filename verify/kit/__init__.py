"""For authors of rules: pages run as tests, skeletons, trials over many articles, comparisons."""
