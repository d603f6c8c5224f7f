"""Large glossaries of made-up articles, for measuring: `make corpus N=1000 OUT=folder`."""
